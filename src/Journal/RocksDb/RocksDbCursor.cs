using RocksDbSharp;

namespace CampaignEngine.Journal.RocksDb;

/// <summary>An iterator that cannot mistake a damaged block for the end of the rows.</summary>
internal readonly struct RocksDbCursor(Iterator iterator) : IDisposable
{
    public ReadOnlySpan<byte> Key => iterator.GetKeySpan();
    public ReadOnlySpan<byte> Value => iterator.GetValueSpan();

    public bool Seek(ReadOnlySpan<byte> key)
    {
        iterator.Seek(key);
        return IsValid();
    }

    /// <summary>Goes to the last row at or before the key.</summary>
    public bool SeekBack(ReadOnlySpan<byte> key)
    {
        iterator.SeekForPrev(key);
        return IsValid();
    }

    public bool Next()
    {
        iterator.Next();
        return IsValid();
    }

    public bool Previous()
    {
        iterator.Prev();
        return IsValid();
    }

    public void Dispose() => iterator.Dispose();

    private bool IsValid()
    {
        if (iterator.Valid()) return true;
        try { Native.Instance.rocksdb_iter_get_error(iterator.Handle); }
        catch (RocksDbException e) { throw RocksDbStore.Damaged(e); }
        return false;
    }
}
