// The flow has a step of that name too.
global using HttpResults = Microsoft.AspNetCore.Http.Results;
