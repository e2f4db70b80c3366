namespace CampaignEngine.Gateway.Tests.Compatibility;

/// <summary>
/// One documented fact of part one, as a client sees it: a request and what answers it. <c>$u</c>, <c>$v</c> and <c>$w</c>
/// are users that nobody has heard of; other names after <c>$</c> were taken from answers before.
/// </summary>
/// <param name="Id">As in docs/compatibility.md.</param>
/// <param name="Request">Method, path and query.</param>
internal sealed record Fact(string Id, string Request, int Status)
{
    public string? Body { get; init; }

    public string Key { get; init; } = Support.TestKeys.Test;

    public string? IdempotencyKey { get; init; }

    /// <summary>What a success says in <c>data</c>, as a <see cref="JsonPattern"/>.</summary>
    public string? Data { get; init; }

    /// <summary>What a refusal says.</summary>
    public string? Message { get; init; }

    /// <summary>What has happened before; each must succeed.</summary>
    public Step[] Before { get; init; } = [];
}

/// <param name="Request">As in <see cref="Fact"/>.</param>
/// <param name="Take">A member of the answer's data, such as <c>codes.0</c>, to be remembered.</param>
/// <param name="As">Under this name.</param>
internal sealed record Step(string Request, string? Body = null, string? Take = null, string? As = null);
