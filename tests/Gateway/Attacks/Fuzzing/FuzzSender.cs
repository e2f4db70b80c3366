using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Attacks.Fuzzing;

/// <summary>Sends one request after another; those that may break a connection have one of their own.</summary>
internal sealed class FuzzSender(Uri address) : IDisposable
{
    private RawConnection? _kept;

    public async Task<RawAnswer?> SendAsync(FuzzRequest request)
    {
        if (request.IsRaw)
        {
            using var own = await RawConnection.OpenAsync(address);
            return await SendAsync(own, request, isLast: true);
        }

        var isNew = _kept is null;
        _kept ??= await RawConnection.OpenAsync(address);
        var answer = await SendAsync(_kept, request, isLast: false);
        if (answer is null && !isNew)
        {
            // The server may close any connection between two requests.
            _kept.Dispose();
            _kept = await RawConnection.OpenAsync(address);
            answer = await SendAsync(_kept, request, isLast: false);
        }

        if (answer is null || answer.Header("Connection") == "close")
        {
            _kept.Dispose();
            _kept = null;
        }

        return answer;
    }

    public void Dispose() => _kept?.Dispose();

    private static async Task<RawAnswer?> SendAsync(RawConnection connection, FuzzRequest request, bool isLast)
    {
        try
        {
            await connection.WriteAsync(request.ToBytes());
            if (isLast)
                connection.EndWriting();
        }
        catch (IOException)
        {
            // It has answered before it had everything.
        }

        try
        {
            return await connection.ReadAnswerAsync(request.Method == "HEAD");
        }
        catch (EndOfStreamException) when (isLast)
        {
            // Who has closed its half is gone for the server, and what it was writing ends.
            return null;
        }
    }
}
