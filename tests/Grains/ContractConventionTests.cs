using System.Reflection;
using System.Runtime.CompilerServices;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Streams;

namespace CampaignEngine.Grains.Tests;

/// <summary>Names and numbers on the wire and in the journal are written down, so that renaming code changes nothing.</summary>
public class ContractConventionTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Type[] Types =
        [.. typeof(EntryCodec).Assembly.GetTypes(), .. typeof(IParticipantGrain).Assembly.GetTypes()];

    private static readonly Type[] Serialized = [.. Types.Where(type => type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))];

    private static readonly Type[] Contracts =
        [.. Types.Where(type => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type))];

    [Fact]
    public void Every_serialized_type_has_an_alias_of_its_own()
    {
        Assert.True(Serialized.Length > 30);
        Assert.Empty(Serialized.Where(type => Alias(type) is null or "").Select(type => type.Name));
        Assert.Empty(Serialized.GroupBy(Alias).Where(types => types.Count() > 1).Select(types => types.Key));
    }

    [Fact]
    public void Every_member_of_a_serialized_type_has_an_id_of_its_own()
    {
        var wrong = from type in Serialized
                    where !type.IsEnum
                    let ids = MembersOf(type).Select(member => member.GetCustomAttribute<IdAttribute>()?.Id).ToArray()
                    where ids.Contains(null) || ids.Distinct().Count() != ids.Length
                    select type.Name;
        Assert.Empty(wrong);
        Assert.Equal(16, MembersOf(typeof(StoredEvent)).Count());
    }

    [Fact]
    public void Every_stored_type_is_serialized() => Assert.Empty(
        from type in typeof(EntryCodec).Assembly.GetTypes()
        where type.Namespace is { } name && name.StartsWith("CampaignEngine.", StringComparison.Ordinal) && name.EndsWith(".Stored", StringComparison.Ordinal)
        where type is not { IsAbstract: true, IsSealed: true } && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.IsNested
        where !Serialized.Contains(type)
        select type.Name);

    [Fact]
    public void Every_grain_interface_has_an_alias_of_its_own()
    {
        Assert.NotEmpty(Contracts);
        Assert.Empty(Contracts.Where(type => Alias(type) is null or "").Select(type => type.Name));
        Assert.Empty(Contracts.GroupBy(Alias).Where(types => types.Count() > 1).Select(types => types.Key));
    }

    [Fact]
    public void Every_grain_method_has_an_alias_of_its_own_in_its_interface()
    {
        Assert.Empty(
            from contract in Contracts
            from method in contract.GetMethods()
            where Alias(method) is null or ""
            select $"{contract.Name}.{method.Name}");
        Assert.Empty(
            from contract in Contracts
            from methods in contract.GetMethods().GroupBy(Alias)
            where methods.Count() > 1
            select $"{contract.Name}: {methods.Key}");
    }

    [Fact]
    public void Every_grain_class_has_a_type_name_of_its_own()
    {
        var grains = Types.Where(type => type.IsSubclassOf(typeof(Grain))).ToArray();
        var names = grains.Select(type => type.GetCustomAttribute<GrainTypeAttribute>()?.GetGrainType(null!, type).ToString()).ToArray();

        Assert.All(names, Assert.NotNull);
        Assert.Equal(grains.Length, names.Distinct().Count());
    }

    private static string? Alias(MemberInfo member) => member.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias;

    /// <summary>What holds state: automatic properties and fields written by hand.</summary>
    private static IEnumerable<MemberInfo> MembersOf(Type type)
    {
        var fields = type.GetFields(Declared);
        return fields.Where(field => !field.IsDefined(typeof(CompilerGeneratedAttribute))).Concat<MemberInfo>(
            type.GetProperties(Declared).Where(property => fields.Any(field => field.Name == $"<{property.Name}>k__BackingField")));
    }
}
