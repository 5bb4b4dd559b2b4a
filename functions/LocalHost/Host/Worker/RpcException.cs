#pragma warning disable IDE0130 // The Durable extension knows this exception of the Functions host by its full name.
namespace Microsoft.Azure.WebJobs.Script.Workers.Rpc;
#pragma warning restore IDE0130

/// <summary>A function failed in the worker. The Durable extension reads the failure out of a message of this form.</summary>
internal sealed class RpcException(string result, string message, string stack)
    : Exception($"Result: {result}\nException: {message}\nStack: {stack}");
