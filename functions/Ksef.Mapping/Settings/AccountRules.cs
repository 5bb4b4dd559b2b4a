using System.Text.Json;
using Ksef.Invoices;
using Ksef.Mapping.Exact;

namespace Ksef.Mapping.Settings;

/// <summary>Reads the accounts of a company: by currency, a number alone or an object with bank and note.</summary>
internal static class AccountRules
{
    public static Words? Read(JsonElement element, Dictionary<string, BankAccount> accounts)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return new("oczekiwano rachunków według walut", "accounts by currency are expected");
        }

        foreach (var member in element.EnumerateObject())
        {
            if (CurrencyWord.Of(member.Name) is not { } currency)
            {
                return new($"„{member.Name}” nie jest kodem waluty", $"\"{member.Name}\" is not the code of a currency");
            }

            var isObject = member.Value.ValueKind == JsonValueKind.Object;
            var number = isObject ? TextOf(member.Value, "number") : member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : null;
            if (number is null)
            {
                return new($"brak numeru rachunku ({currency}); zapisz go jako tekst", $"the number of the account is missing ({currency}); write it as text");
            }

            if (Identifiers.AccountOf(number, out var reason) is not { } account)
            {
                return new($"rachunek {currency}: {reason.Pl}", $"account {currency}: {reason.En}");
            }

            accounts[currency] = isObject
                ? new BankAccount(account, TextOf(member.Value, "swift"), TextOf(member.Value, "bankName"), TextOf(member.Value, "note"))
                : new BankAccount(account);
        }

        return null;
    }

    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
