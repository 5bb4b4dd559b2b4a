using System.Security.Cryptography;
using System.Text;
using KsefSimulator.Access;
using KsefSimulator.Identity;
using KsefSimulator.Numbers;
using KsefSimulator.Settings;
using KsefSimulator.Storage;

namespace KsefSimulator.Tokens;

/// <summary>All KSeF tokens.</summary>
internal sealed class KsefTokens(Journal journal, ReferenceNumbers numbers, TimeProvider time, SimulatorOptions options)
{
    private readonly JournaledSet<KsefToken> _tokens = new(journal, "token", TokenJson.Types.KsefToken);

    /// <returns>The token's record and its secret, which is shown only now.</returns>
    public (KsefToken Token, string Secret) Issue(Caller author, IReadOnlyList<string> permissions, string description)
    {
        var reference = numbers.Next(ReferenceKind.Token);
        var type = char.ToLowerInvariant(author.Context.Type[0]) + author.Context.Type[1..];
        var secret = $"{reference}|{type}-{author.Context.Value}|{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}";
        var now = time.GetUtcNow();
        var token = new KsefToken
        {
            ReferenceNumber = reference,
            SecretHash = HashOf(secret),
            Author = author.Subject,
            Context = author.Context,
            Description = description,
            Permissions = permissions,
            DateCreated = now,
            ActiveFrom = now + options.ProcessingDelay,
        };
        _tokens.Put(reference, token);
        return (token, secret);
    }

    public KsefToken? Find(string reference) => _tokens.TryGet(reference, out var token) ? token : null;

    public KsefToken? FindBySecret(string secret)
    {
        var reference = secret.Split('|', 2)[0];
        return Find(reference) is { } token && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(token.SecretHash), Encoding.ASCII.GetBytes(HashOf(secret)))
            ? token
            : null;
    }

    public bool IsUsable(string reference) => Find(reference) is { IsRevoked: false };

    public IEnumerable<KsefToken> In(ContextIdentifier context) => _tokens.Values
        .Where(token => token.Context == context)
        .OrderByDescending(token => token.DateCreated)
        .ThenByDescending(token => token.ReferenceNumber, StringComparer.Ordinal);

    public void Touch(KsefToken token) => _tokens.Put(token.ReferenceNumber, token with { LastUseDate = time.GetUtcNow() });

    public void Revoke(KsefToken token) => _tokens.Put(token.ReferenceNumber, token with { IsRevoked = true });

    private static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
