using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Architecture;

/// <summary>
/// The types that a type uses: base types, interfaces, attributes, fields, signatures, and in the bodies of its methods locals, caught exceptions
/// and every type, field and method that an instruction names, with the types in that one's signature. What the compiler puts in the
/// place of a name leaves no trace and is not seen: constants and <c>nameof</c>.
/// </summary>
/// <remarks>
/// Mono.Cecil reads the assembly; the libraries of rules that stand on it see less. Both NetArchTest 1.3 and ArchUnitNET 0.13 pass over caught
/// exceptions and over members of enums given as arguments; the former also over async lambdas and nested types, the latter over async iterators.
/// </remarks>
internal static class TypeUses
{
    /// <summary>What one type uses of its own assembly, each as its outermost type; a nested type is asked about for itself.</summary>
    public static IEnumerable<TypeDefinition> Of(TypeDefinition type) => InDeclaration(type)
        .Concat(type.Fields.SelectMany(field => Attributes(field).Append(field.FieldType)))
        .Concat(type.Properties.SelectMany(Attributes))
        .Concat(type.Events.SelectMany(Attributes))
        .Concat(type.Methods.SelectMany(method => InSignature(method).Concat(InBody(method))))
        .SelectMany(Parts)
        .OfType<TypeDefinition>()
        .Select(Outermost)
        .Distinct();

    /// <summary>The top-level type around a type: what the compiler nests in it (lambdas, iterators, async methods) is its own.</summary>
    public static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<TypeReference> InDeclaration(TypeDefinition type) =>
    [
        .. type.BaseType is { } parent ? [parent] : Enumerable.Empty<TypeReference>(),
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. type.GenericParameters.SelectMany(OfGenericParameter),
        .. Attributes(type),
    ];

    private static IEnumerable<TypeReference> InSignature(MethodDefinition method) =>
    [
        .. OfMethod(method),
        .. method.GenericParameters.SelectMany(OfGenericParameter),
        .. Attributes(method),
        .. Attributes(method.MethodReturnType),
        .. method.Parameters.SelectMany(Attributes),
    ];

    private static IEnumerable<TypeReference> InBody(MethodDefinition method) => !method.HasBody ? [] :
    [
        .. method.Body.Variables.Select(local => local.VariableType),
        .. method.Body.ExceptionHandlers.Select(handler => handler.CatchType).OfType<TypeReference>(),
        .. method.Body.Instructions.SelectMany(OfOperand),
    ];

    private static IEnumerable<TypeReference> OfOperand(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [method.DeclaringType, .. OfMethod(method), .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, .. OfMethod(method)],
        _ => [],
    };

    private static IEnumerable<TypeReference> OfMethod(MethodReference method) =>
        method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType);

    private static IEnumerable<TypeReference> OfGenericParameter(GenericParameter parameter) =>
        parameter.Constraints.Select(constraint => constraint.ConstraintType).Concat(Attributes(parameter));

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider member) => member.CustomAttributes.SelectMany(attribute =>
        attribute.ConstructorArguments.Concat(attribute.Fields.Concat(attribute.Properties).Select(named => named.Argument))
            .SelectMany(OfArgument)
            .Append(attribute.AttributeType));

    private static IEnumerable<TypeReference> OfArgument(CustomAttributeArgument argument) => argument.Value switch
    {
        TypeReference type => [type],
        CustomAttributeArgument boxed => OfArgument(boxed),
        CustomAttributeArgument[] several => several.SelectMany(OfArgument),
        _ => [argument.Type],
    };

    // List<Session[]> is List, and Session.
    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        FunctionPointerType pointer => pointer.Parameters.Select(parameter => parameter.ParameterType).Append(pointer.ReturnType).SelectMany(Parts),
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification around => Parts(around.ElementType),
        _ => [type],
    };
}
