using CampaignEngine.Grains.Registry;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Wire;

[RegisterConverter]
internal sealed class VersionConflictOnWire : IConverter<VersionConflictException, JournalFailure>
{
    public VersionConflictException ConvertFromSurrogate(in JournalFailure surrogate) => new(surrogate.Message);

    public JournalFailure ConvertToSurrogate(in VersionConflictException value) => new(value.Message);
}

[RegisterConverter]
internal sealed class PrecedentRefusedOnWire : IConverter<PrecedentRefusedException, JournalFailure>
{
    public PrecedentRefusedException ConvertFromSurrogate(in JournalFailure surrogate) => new(surrogate.Message);

    public JournalFailure ConvertToSurrogate(in PrecedentRefusedException value) => new(value.Message);
}

[RegisterConverter]
internal sealed class OutcomeUnknownOnWire : IConverter<OutcomeUnknownException, JournalFailure>
{
    public OutcomeUnknownException ConvertFromSurrogate(in JournalFailure surrogate) => new(surrogate.Message);

    public JournalFailure ConvertToSurrogate(in OutcomeUnknownException value) => new(value.Message);
}

[RegisterConverter]
internal sealed class JournalUnavailableOnWire : IConverter<JournalUnavailableException, JournalFailure>
{
    public JournalUnavailableException ConvertFromSurrogate(in JournalFailure surrogate) => new(surrogate.Message);

    public JournalFailure ConvertToSurrogate(in JournalUnavailableException value) => new(value.Message);
}

[RegisterConverter]
internal sealed class JournalStoppedOnWire : IConverter<JournalStoppedException, JournalFailure>
{
    public JournalStoppedException ConvertFromSurrogate(in JournalFailure surrogate) => new(surrogate.Message);

    public JournalFailure ConvertToSurrogate(in JournalStoppedException value) => new(value.Message);
}

[RegisterConverter]
internal sealed class JournalDamagedOnWire : IConverter<JournalDamagedException, JournalFailure>
{
    public JournalDamagedException ConvertFromSurrogate(in JournalFailure surrogate) => new(surrogate.Message);

    public JournalFailure ConvertToSurrogate(in JournalDamagedException value) => new(value.Message);
}

[RegisterConverter]
internal sealed class AppendTooLargeOnWire : IConverter<AppendTooLargeException, JournalFailure>
{
    public AppendTooLargeException ConvertFromSurrogate(in JournalFailure surrogate) => new(surrogate.Message);

    public JournalFailure ConvertToSurrogate(in AppendTooLargeException value) => new(value.Message);
}

[RegisterConverter]
internal sealed class DirectoryUnavailableOnWire : IConverter<DirectoryUnavailableException, JournalFailure>
{
    public DirectoryUnavailableException ConvertFromSurrogate(in JournalFailure surrogate) => new();

    public JournalFailure ConvertToSurrogate(in DirectoryUnavailableException value) => new(value.Message);
}
