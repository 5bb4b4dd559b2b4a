using KsefFunctions.Hosting;
using KsefFunctions.Hosting.Azure;
using Microsoft.Azure.Functions.Worker.Builder;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddKsefFunctions(builder.Configuration).AddAzure(builder.Configuration);
builder.Build().Run();
