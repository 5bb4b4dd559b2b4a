using System.Text.Json;
using Ksef.Invoices;
using Ksef.Mapping.Exact;
using Ksef.Mapping.Interpretation;
using Ksef.Mapping.Settings;

namespace Ksef.Mapping;

/// <summary>Reads <c>company.json</c>.</summary>
public static class CompanyProfileFile
{
    /// <summary>Name of the file.</summary>
    public const string Name = "company.json";

    /// <summary>Reads a profile. A mistake leaves its field empty and stops the invoices that need it: see <see cref="CompanyProfile.Mistakes"/>.</summary>
    /// <param name="content">The file, UTF-8.</param>
    public static CompanyProfile Read(ReadOnlyMemory<byte> content)
    {
        var profile = CompanyProfile.Empty;
        var accounts = new Dictionary<string, BankAccount>();
        var settings = new SettingsObject(Name, SourceFindings.ProfileMistake);
        settings.Read(content, new Dictionary<string, Func<JsonElement, Words?>>
        {
            ["nip"] = SettingsRules.Form(Identifiers.NipOf, value => profile = profile with { Nip = value }, new("to nie jest NIP", "this is no NIP")),
            ["name"] = SettingsRules.Text(value => profile = profile with { Name = value }, 512),
            ["address1"] = SettingsRules.Text(value => profile = profile with { Address1 = value }, 512),
            ["address2"] = SettingsRules.Text(value => profile = profile with { Address2 = value }, 512),
            ["country"] = SettingsRules.Form(Countries.Find, value => profile = profile with { Country = value }, new("to nie jest kod kraju", "this is no code of a country")),
            ["email"] = SettingsRules.Text(value => profile = profile with { Email = value }),
            ["phone"] = SettingsRules.Text(value => profile = profile with { Phone = value }, 16),
            ["eori"] = SettingsRules.Text(value => profile = profile with { Eori = value }),
            ["accounts"] = element => AccountRules.Read(element, accounts),
            ["paymentForm"] = SettingsRules.Text(value => profile = profile with { PaymentForm = value }),
            ["paymentDays"] = SettingsRules.Count(value => profile = profile with { PaymentDays = value }, 0, 3650),
            ["issuePlace"] = SettingsRules.Text(value => profile = profile with { IssuePlace = value }),
            ["cashMethod"] = SettingsRules.Flag(value => profile = profile with { CashMethod = value }),
            ["splitPayment"] = SettingsRules.Flag(value => profile = profile with { SplitPayment = value }),
            ["exemptionAct"] = SettingsRules.Text(value => profile = profile with { ExemptionAct = value }),
            ["exemptionDirective"] = SettingsRules.Text(value => profile = profile with { ExemptionDirective = value }),
            ["exemptionOther"] = SettingsRules.Text(value => profile = profile with { ExemptionOther = value }),
            ["zeroRate"] = SettingsRules.Choice(value => profile = profile with { ZeroRate = value }, ("0 KR", "0 KR"), ("0 WDT", "0 WDT"), ("0 EX", "0 EX")),
            ["outsideRate"] = SettingsRules.Choice(value => profile = profile with { OutsideRate = value }, ("np I", "np I"), ("np II", "np II")),
            ["jst"] = SettingsRules.Flag(value => profile = profile with { Jst = value }),
            ["gv"] = SettingsRules.Flag(value => profile = profile with { Gv = value }),
            ["originalsOutsideKsef"] = SettingsRules.Flag(value => profile = profile with { OriginalsOutsideKsef = value }),
            ["paidOnIssue"] = SettingsRules.Flag(value => profile = profile with { PaidOnIssue = value }),
            ["footer"] = SettingsRules.Text(value => profile = profile with { Footer = value }, 3500),
            ["krs"] = SettingsRules.Form(Digits(10), value => profile = profile with { Krs = value }, new("oczekiwano 10 cyfr", "ten digits are expected")),
            ["regon"] = SettingsRules.Form(text => Digits(9)(text) ?? Digits(14)(text), value => profile = profile with { Regon = value }, new("oczekiwano 9 albo 14 cyfr", "nine or 14 digits are expected")),
            ["bdo"] = SettingsRules.Text(value => profile = profile with { Bdo = value }, 9),
            ["rounding"] = SettingsRules.Choice(value => profile = profile with { Rounding = value }, ("byRate", TaxRounding.ByRate), ("byLine", TaxRounding.ByLine)),
            ["numberRule"] = SettingsRules.Choice(value => profile = profile with { NumberRule = value },
                ("byProgram", NumberRule.ByProgram), ("asWritten", NumberRule.AsWritten), ("withKind", NumberRule.WithKind), ("withoutKind", NumberRule.WithoutKind)),
            ["allOrNothing"] = SettingsRules.Flag(value => profile = profile with { AllOrNothing = value }),
        });
        return profile with { Accounts = accounts, Mistakes = settings.Mistakes };
    }

    private static Func<string, string?> Digits(int count) => text => text.Length == count && text.All(char.IsAsciiDigit) ? text : null;
}
