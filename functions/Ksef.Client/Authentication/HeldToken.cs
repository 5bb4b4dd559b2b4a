namespace Ksef.Client;

/// <summary>A token in memory with its life measured on this machine's clock. Never shows the token.</summary>
internal sealed class HeldToken
{
    private const double RefreshAfter = 0.8;

    private HeldToken(string value, DateTimeOffset validUntil, DateTimeOffset receivedAt, TimeSpan life)
    {
        Value = value;
        ValidUntil = validUntil;
        RefreshAt = receivedAt + (life * RefreshAfter);
        EndsAt = receivedAt + life;
    }

    public string Value { get; }

    /// <summary>As KSeF said, by KSeF's clock.</summary>
    public DateTimeOffset ValidUntil { get; }

    /// <summary>When four fifths of the life are over.</summary>
    public DateTimeOffset RefreshAt { get; }

    public DateTimeOffset EndsAt { get; }

    public static HeldToken From(TokenAnswer answer, DateTimeOffset now) =>
        new(answer.Token, answer.ValidUntil, now, JwtLife.Read(answer.Token) ?? answer.ValidUntil - now);

    public override string ToString() => nameof(HeldToken);
}
