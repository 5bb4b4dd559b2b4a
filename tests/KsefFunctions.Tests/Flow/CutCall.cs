using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace KsefFunctions.Tests.Flow;

/// <summary>An app whose run is cut off, or hears no more, at one call to KSeF.</summary>
public sealed class CutCall : IAsyncLifetime
{
    private readonly Lock _gate = new();
    private (string Method, string Path, Cut How)? _next;

    public RunningApp App { get; private set; } = null!;

    /// <summary>True when what was asked for has happened.</summary>
    public bool HasStruck
    {
        get
        {
            lock (_gate)
            {
                return _next is null;
            }
        }
    }

    public async Task InitializeAsync() => App = await RunningApp.StartAsync(
        Settings.FlowMode.Automatic, services => services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new Handler(this))));

    public async Task DisposeAsync() => await App.DisposeAsync();

    /// <summary>Strikes at the next call to a path that ends so.</summary>
    public void Strike(string method, string path, Cut how)
    {
        lock (_gate)
        {
            _next = (method, path, how);
        }
    }

    private Cut? Take(HttpRequestMessage request)
    {
        lock (_gate)
        {
            if (_next is not { } next || request.Method.Method != next.Method || !Regex.IsMatch(request.RequestUri!.AbsolutePath, $"{next.Path}$"))
            {
                return null;
            }

            _next = null;
            return next.How;
        }
    }

    private sealed class Handler(CutCall calls) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var how = calls.Take(request);
            if (how is Cut.Before)
            {
                throw new WorkerProcessExitException();
            }

            var response = await base.SendAsync(request, cancellationToken);
            return how switch
            {
                Cut.After => throw new WorkerProcessExitException(),
                Cut.AnswerLost => throw new HttpRequestException(HttpRequestError.ResponseEnded),
                _ => response,
            };
        }
    }

    /// <summary>Named as the Functions host's, which the Durable extension reports by name: the worker ended while it ran the step.</summary>
    private sealed class WorkerProcessExitException : Exception;
}

/// <summary>What happens at a call.</summary>
public enum Cut
{
    /// <summary>The worker ends before the call has left.</summary>
    Before,

    /// <summary>The worker ends when KSeF has done what it was asked.</summary>
    After,

    /// <summary>KSeF has done what it was asked, and the connection breaks.</summary>
    AnswerLost,
}
