using KsefFunctions.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services
    .AddKsefFunctions(builder.Configuration)
    .AddConnections(builder.Configuration)
    .AddTelemetry(builder.Configuration);
builder.Build().Run();
