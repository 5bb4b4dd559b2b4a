using KsefSimulator.Http;
using KsefSimulator.Identity;
using KsefSimulator.Storage;

namespace KsefSimulator.Permissions;

/// <summary>Persons and entities of the test data, and the roles that follow from them.</summary>
internal sealed class TestRegister(Journal journal)
{
    private readonly JournaledSet<TestPerson> _persons = new(journal, "person", PermissionJson.Types.TestPerson);
    private readonly JournaledSet<TestSubject> _subjects = new(journal, "subject", PermissionJson.Types.TestSubject);

    /// <exception cref="KsefRefusal">30001 when the person exists.</exception>
    public void Add(TestPerson person)
    {
        if (_persons.TryGet(person.Nip, out _))
        {
            throw Refusals.AlreadyExists();
        }

        _persons.Put(person.Nip, person);
    }

    /// <exception cref="KsefRefusal">30001 when the entity exists.</exception>
    public void Add(TestSubject subject)
    {
        if (_subjects.TryGet(subject.Nip, out _))
        {
            throw Refusals.AlreadyExists();
        }

        _subjects.Put(subject.Nip, subject);
    }

    public void RemovePerson(string nip) => _persons.Remove(nip);

    public void RemoveSubject(string nip) => _subjects.Remove(nip);

    public TestPerson? Person(string nip) => _persons.TryGet(nip, out var person) ? person : null;

    public bool IsDeceased(string type, string value) => _persons.Values.Any(person => person.IsDeceased && (type == "Nip" ? person.Nip : person.Pesel) == value);

    public bool MayEnforce(string nip) =>
        Person(nip) is { IsBailiff: true } || (_subjects.TryGet(nip, out var subject) && subject.Type == TestSubject.EnforcementAuthority);

    public IEnumerable<EntityRole> RolesOf(string nip)
    {
        if (Person(nip) is { IsBailiff: true } bailiff)
        {
            yield return new EntityRole(null, "CourtBailiff", bailiff.Description, bailiff.CreatedDate);
        }

        if (_subjects.TryGet(nip, out var own))
        {
            var role = own.Type switch { TestSubject.VatGroup => "VatGroupUnit", TestSubject.Jst => "LocalGovernmentUnit", _ => "EnforcementAuthority" };
            yield return new EntityRole(null, role, own.Description, own.CreatedDate);
        }

        foreach (var parent in _subjects.Values)
        {
            foreach (var unit in parent.Subunits.Where(unit => unit.Nip == nip))
            {
                var role = parent.Type == TestSubject.VatGroup ? "VatGroupSubUnit" : "LocalGovernmentSubUnit";
                yield return new EntityRole(new TypedValue("Nip", parent.Nip), role, unit.Description, parent.CreatedDate);
            }
        }
    }
}

internal sealed record EntityRole(TypedValue? ParentEntityIdentifier, string Role, string Description, DateTimeOffset StartDate);

/// <summary>KSeF's way to write an identifier.</summary>
internal sealed record TypedValue(string Type, string? Value)
{
    public static TypedValue Of(SubjectIdentifier subject) => new(subject.Type, subject.Value);

    public static TypedValue Of(ContextIdentifier context) => new(context.Type, context.Value);
}
