using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace Architecture;

/// <summary>
/// The types that a type uses: base types, interfaces, attributes, fields, signatures, and in the bodies of its methods locals, caught exceptions
/// and every type, field and method that an instruction names, with the types in that one's signature. What the compiler puts in the
/// place of a name leaves no trace and is not seen: constants and <c>nameof</c>.
/// </summary>
internal static class TypeUses
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Instructions = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>What one type uses, each as its outermost type; a nested type is asked about for itself.</summary>
    public static IEnumerable<Type> Of(Type type) => InDeclaration(type)
        .Concat(type.GetFields(Declared).SelectMany(field => OfField(field).Concat(Attributes(field))))
        .Concat(type.GetProperties(Declared).SelectMany(Attributes))
        .Concat(type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared)).SelectMany(method => OfMethod(method).Concat(Attributes(method)).Concat(InBody(method))))
        .SelectMany(Parts)
        .Select(Outermost)
        .Distinct();

    /// <summary>The top-level type around a type: what the compiler nests in it (lambdas, iterators, async methods) is its own.</summary>
    public static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    private static IEnumerable<Type> InDeclaration(Type type) =>
        [.. type.BaseType is { } parent ? [parent] : Type.EmptyTypes, .. type.GetInterfaces(), .. Constraints(type.GetGenericArguments()), .. Attributes(type)];

    private static IEnumerable<Type> Constraints(IEnumerable<Type> arguments) =>
        arguments.Where(argument => argument.IsGenericParameter).SelectMany(argument => argument.GetGenericParameterConstraints());

    private static IEnumerable<Type> Attributes(MemberInfo member) => member.CustomAttributes.SelectMany(attribute =>
        attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(named => named.TypedValue))
            .Select(argument => argument.Value)
            .OfType<Type>()
            .Append(attribute.AttributeType));

    private static IEnumerable<Type> OfField(FieldInfo field) => [field.FieldType];

    private static IEnumerable<Type> OfMethod(MethodBase method) =>
    [
        .. method.GetParameters().Select(parameter => parameter.ParameterType),
        .. method is MethodInfo { ReturnType: var returned } ? [returned] : Type.EmptyTypes,
        .. method.IsGenericMethodDefinition ? Constraints(method.GetGenericArguments()) : [],
    ];

    private static IEnumerable<Type> InBody(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return [];
        }

        var caught = body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType).OfType<Type>();
        return body.LocalVariables.Select(local => local.LocalType).Concat(caught).Concat(Named(method, body.GetILAsByteArray()!));
    }

    private static List<Type> Named(MethodBase method, byte[] code)
    {
        var typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        var named = new List<Type>();
        for (var at = 0; at < code.Length;)
        {
            // Two bytes when the first is 0xFE.
            var instruction = Instructions[code[at] == 0xFE ? BinaryPrimitives.ReadInt16BigEndian(code.AsSpan(at)) : code[at]];
            at += instruction.Size;
            if (instruction.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                named.AddRange(OfMember(method.Module.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments)!));
            }

            at += OperandSize(instruction.OperandType, code, at);
        }

        return named;
    }

    private static IEnumerable<Type> OfMember(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType!, .. OfField(field)],
        MethodBase method => [method.DeclaringType!, .. OfMethod(method), .. method.IsGenericMethod ? method.GetGenericArguments() : []],
        _ => [],
    };

    private static int OperandSize(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    // List<Session[]> is List, and Session.
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.IsGenericParameter || type.IsFunctionPointer)
        {
            return [];
        }

        return type.HasElementType
            ? Parts(type.GetElementType()!)
            : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
    }
}
