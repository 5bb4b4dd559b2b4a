namespace KsefFunctions.Files;

/// <summary>Where what belongs to a consignment is kept.</summary>
public static class ConsignmentNames
{
    /// <summary>Its document in the container <c>status</c>.</summary>
    public static string Document(string nip, string id) => $"consignments/{nip}/{id}.json";

    /// <summary>The files that take part, in the container <c>status</c>; created once.</summary>
    public static string Members(string nip, string id) => $"consignments/{nip}/{id}.members.json";

    /// <summary>Says in the container <c>status</c> that it is on its way.</summary>
    public static string OpenMark(string nip, string id) => $"{OpenMarks(nip)}{id}";

    /// <summary>Folder of all marks.</summary>
    public const string AllOpenMarks = "open-consignments/";

    /// <summary>Folder of the marks of a company.</summary>
    public static string OpenMarks(string nip) => $"{AllOpenMarks}{nip}/";

    /// <summary>Folder of KSeF's answers in the container <c>archive</c>.</summary>
    public static string Evidence(string nip, string id) => $"{nip}/consignments/{id}";
}
