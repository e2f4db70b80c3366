using Azure;
using Azure.Core;

namespace CampaignEngine.Journal.Tests.AzureTables;

/// <summary>What happens to one request.</summary>
/// <param name="message">The request; it may be given to <paramref name="send"/> or not.</param>
/// <param name="send">Sends it to the store and waits for the answer.</param>
internal delegate Task TransportFault(HttpMessage message, Func<Task> send);

internal static class TransportFaults
{
    public static Task NoFault(HttpMessage message, Func<Task> send) => send();

    public static Task NoAnswer(HttpMessage message, Func<Task> send) => Task.Delay(Timeout.Infinite, message.CancellationToken);

    public static async Task CommitsWithoutAnswer(HttpMessage message, Func<Task> send)
    {
        await send();
        await NoAnswer(message, send);
    }

    public static Task Reset(HttpMessage message, Func<Task> send) =>
        Task.FromException(new RequestFailedException("The connection was reset.", new IOException()));

    public static async Task CommitsAndResets(HttpMessage message, Func<Task> send)
    {
        await send();
        await Reset(message, send);
    }

    public static TransportFault Answers(int status) => (message, _) =>
    {
        message.Response = new CannedResponse(status);
        return Task.CompletedTask;
    };

    public static TransportFault CommitsAndAnswers(int status) => async (message, send) =>
    {
        await send();
        message.Response.Dispose();
        message.Response = new CannedResponse(status);
    };
}
