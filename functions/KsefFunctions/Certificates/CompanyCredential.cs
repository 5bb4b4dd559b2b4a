using KsefFunctions.Errors;

namespace KsefFunctions.Certificates;

/// <summary>
/// The credential of one company, kept for a while. Callers at the same time share one look into Key Vault. When the vault is away, what is
/// kept serves on for as long as it is valid.
/// </summary>
internal sealed partial class CompanyCredential(
    string nip, CredentialSelection selection, RetiredCredentials retired, CertificateDaysLeft daysLeft, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private UsableCredential? _kept;
    private DateTimeOffset _freshUntil;
    private string? _toldRefused;
    private Task<UsableCredential>? _loading;

    /// <exception cref="PipelineException">There is no credential that can be used.</exception>
    public Task<UsableCredential> GetAsync(CancellationToken cancellationToken)
    {
        Task<UsableCredential> loading;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_kept is { } kept && now < _freshUntil && kept.IsValidAt(now))
            {
                return Task.FromResult(kept);
            }

            // Not under the caller's token: one caller that gives up must not end the look of the others.
            loading = _loading ??= Task.Run(LoadAsync, CancellationToken.None);
        }

        return loading.WaitAsync(cancellationToken);
    }

    /// <summary>Frees what is kept.</summary>
    public void Release() => _kept?.Release();

    private async Task<UsableCredential> LoadAsync()
    {
        try
        {
            var choice = await selection.ChooseAsync(nip, CancellationToken.None);
            TellRefused(choice);
            return choice.Chosen is { } chosen ? Keep(chosen, choice) : throw choice.Gravest!.ToException();
        }
        catch (PipelineException failure) when (IsOutOfReach(failure) && _kept is { } kept && kept.IsValidAt(time.GetUtcNow()))
        {
            LogServesOn(failure, nip, kept.Version);
            Set(kept, PauseAfterFailure);
            return kept;
        }
        catch (PipelineException failure) when (!IsOutOfReach(failure))
        {
            // Taken away or refused on purpose: what is kept must not outlive that.
            Set(credential: null, TimeSpan.Zero);
            if (failure.Definition == CertificateErrors.NoCredential)
            {
                daysLeft.Report(nip, end: null);
            }

            throw;
        }
        finally
        {
            lock (_gate)
            {
                _loading = null;
            }
        }
    }

    private UsableCredential Keep(UsableCredential chosen, CredentialChoice choice)
    {
        daysLeft.Report(nip, choice.CoveredUntil);
        if (_kept is { } kept && kept.Version == chosen.Version)
        {
            chosen.Release();
            retired.Sweep();
            Set(kept, KeptFor);
            return kept;
        }

        LogTaken(nip, chosen.Version, chosen.EndsAt);
        Set(chosen, KeptFor);
        return chosen;
    }

    private void Set(UsableCredential? credential, TimeSpan freshFor)
    {
        UsableCredential? old;
        lock (_gate)
        {
            old = _kept;
            _kept = credential;
            _freshUntil = time.GetUtcNow() + freshFor;
        }

        if (old is not null && !ReferenceEquals(old, credential))
        {
            retired.Add(old);
        }
    }

    private void TellRefused(CredentialChoice choice)
    {
        var refused = choice.Mistaken is { } version ? $"{version.Version} {version.Refusal.Definition.Code}" : null;
        if (refused is not null && refused != _toldRefused)
        {
            LogRefused(nip, choice.Mistaken!.Version, choice.Mistaken.Refusal.Definition.Code, choice.Mistaken.Refusal.Text);
        }

        _toldRefused = refused;
    }

    private static bool IsOutOfReach(PipelineException failure) =>
        failure.Definition == CertificateErrors.VaultUnavailable || failure.Definition == CertificateErrors.VaultRefused;

    [LoggerMessage(6001, LogLevel.Information, "{Nip} signs in with version {Version} from now on; it ends {EndsAt}")]
    private partial void LogTaken(string nip, string version, DateTimeOffset? endsAt);

    [LoggerMessage(6002, LogLevel.Warning, "Key Vault is out of reach for {Nip}; version {Version}, loaded before, serves on")]
    private partial void LogServesOn(Exception failure, string nip, string version);

    [LoggerMessage(6003, LogLevel.Warning, "Version {Version} of the credential of {Nip} is not used: {Code} {Reason}")]
    private partial void LogRefused(string nip, string version, string code, string reason);
}
