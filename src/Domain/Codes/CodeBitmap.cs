using System.Numerics;

namespace CampaignEngine.Domain.Codes;

/// <summary>One bit for each code of a batch, lowest bit of the first byte first.</summary>
internal sealed class CodeBitmap
{
    private readonly byte[] _bits;

    public CodeBitmap(int size) => _bits = new byte[(size + 7) / 8];

    public CodeBitmap(byte[] bits)
    {
        _bits = [.. bits];
        foreach (var eight in bits)
            Count += BitOperations.PopCount(eight);
    }

    public int Count { get; private set; }

    public bool this[int index] => (_bits[index / 8] & (1 << (index % 8))) != 0;

    public void Set(int index)
    {
        if (this[index])
            return;
        _bits[index / 8] |= (byte)(1 << (index % 8));
        Count++;
    }

    public byte[] ToBytes() => [.. _bits];
}
