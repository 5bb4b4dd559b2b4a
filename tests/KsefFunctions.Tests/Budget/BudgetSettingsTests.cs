using KsefFunctions.Hosting;
using KsefFunctions.Settings;

namespace KsefFunctions.Tests.Budget;

public sealed class BudgetSettingsTests
{
    [Theory]
    [InlineData(-0.01, false)]
    [InlineData(0, true)]
    [InlineData(0.9, true)]
    [InlineData(0.91, false)]
    public void Validate_ShareLeftToPeople_IsPartOfALimit(double share, bool accepted) =>
        Validate(options => options.ShareLeftToPeople = (decimal)share).ShouldBe(accepted);

    [Theory]
    [InlineData(TargetEnvironment.Simulator, true)]
    [InlineData(TargetEnvironment.Test, false)]
    [InlineData(TargetEnvironment.Demo, false)]
    [InlineData(TargetEnvironment.Production, false)]
    public void Validate_NotToKeepToLimits_IsForASimulatorOnly(TargetEnvironment environment, bool accepted) =>
        Validate(options => (options.Environment, options.KeepToLimits) = (environment, false)).ShouldBe(accepted);

    private static bool Validate(Action<KsefFunctionsOptions> change)
    {
        var options = new KsefFunctionsOptions { SimulatorAddress = new Uri("http://ksef.test/v2/"), AllowProduction = true };
        change(options);
        return new KsefFunctionsOptionsValidator().Validate(name: null, options).Succeeded;
    }
}
