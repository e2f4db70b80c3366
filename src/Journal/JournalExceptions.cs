namespace CampaignEngine.Journal;

/// <summary>Another writer has appended since the head was read; nothing was written.</summary>
public sealed class VersionConflictException(string message) : Exception(message)
{
    public VersionConflictException(StreamId stream, long version)
        : this($"Stream {stream.Kind} {stream.Key:x32} already has an entry {version}.")
    {
    }
}

/// <summary>The append that this one rests on (<see cref="Append.After"/>) was refused; nothing was written.</summary>
public sealed class PrecedentRefusedException(string message) : Exception(message)
{
    public PrecedentRefusedException(StreamId stream)
        : this($"Stream {stream.Kind} {stream.Key:x32}: what the append rests on was not kept.")
    {
    }
}

/// <summary>The store did not say whether the append was written. Only the same request sent again can tell.</summary>
public sealed class OutcomeUnknownException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The storage cannot be reached, is too busy or refuses; nothing was written. Another try may succeed.</summary>
public sealed class JournalUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The append has more rows or bytes than one commit may hold; nothing was written.</summary>
public sealed class AppendTooLargeException(string message) : Exception(message);

/// <summary>The journal has failed or is closed. After a failed write nothing is answered from it any more.</summary>
public sealed class JournalStoppedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>What is stored is not what was written.</summary>
public sealed class JournalDamagedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The journal cannot be opened; the message says why and what to do.</summary>
public sealed class JournalOpenException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The stream already has this unique key for another version; nothing was written. A mistake of the caller, not a race.</summary>
public sealed class UniqueKeyTakenException(StreamId stream, UInt128 key, long version)
    : Exception($"Stream {stream.Kind} {stream.Key:x32} already has the unique key {key:x32} for entry {version}.");
