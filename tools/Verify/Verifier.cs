using System.Text.Json;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using CampaignEngine.Verify.Campaigns;
using CampaignEngine.Verify.Files;
using CampaignEngine.Verify.Findings;
using CampaignEngine.Verify.Participants;
using CampaignEngine.Verify.Prizes;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Verify;

/// <summary>
/// Checks one export, line by line. In memory are the awards of the pool, the win codes, and one participant.
/// </summary>
public sealed class Verifier : IDisposable
{
    private readonly FindingList _findings = new();
    private readonly ExportHeader _header;
    private readonly CampaignCheck _campaign;
    private readonly PoolCheck _pool;
    private readonly PlayCheck _plays;
    private readonly ReferralCheck _referrals;
    private readonly EntryDecoder _decoder;
    private readonly FairnessFile _fairness;
    private readonly FileEnd _end;
    private StreamWalk? _walk;
    private ParticipantCheck? _participant;

    private Verifier(ExportHeader header, FairnessFile fairness)
    {
        (_header, _fairness) = (header, fairness);
        _campaign = new CampaignCheck(header.Campaign, header.Slug, fairness, _findings);
        _pool = new PoolCheck(_campaign, _findings);
        _plays = new PlayCheck(_campaign, _pool);
        _referrals = new ReferralCheck(_findings);
        _decoder = new EntryDecoder(_findings);
        _end = new FileEnd(_findings);
    }

    /// <exception cref="UnreadableException">The export's first line is no header, or a line is longer than any can be.</exception>
    public static Report Verify(FairnessFile fairness, Stream export)
    {
        var lines = new LineReader(export);
        using var verifier = new Verifier(ExportHeader.Read(lines.Next() ?? default), fairness);
        verifier._campaign.CheckFairness();
        var number = 1;
        while (lines.Next() is { } line)
            verifier.ReadLine(line, ++number);
        return verifier.Finish();
    }

    public void Dispose() => _end.Dispose();

    private void ReadLine(ReadOnlyMemory<byte> bytes, int number)
    {
        ExportLine line;
        try
        {
            using var document = JsonDocument.Parse(bytes);
            if (document.RootElement.TryGetProperty("footer", out var footer))
            {
                EndStream();
                _end.Check(footer);
                return;
            }

            line = ExportLine.Read(document.RootElement);
            if (_end.IsReached)
                _findings.Add("file", 0, $"line {number} comes after the footer");
            Read(line);
        }
        catch (Exception exception) when (Json.IsUnexpected(exception))
        {
            _findings.Add("file", 0, $"line {number} cannot be read ({exception.Message})");
        }
    }

    private void Read(ExportLine line)
    {
        var stream = new StreamId(StreamNames.ScopeOf(_header.Campaign), line.Kind, line.Ref);
        if (_walk?.Stream != stream)
            Begin(stream, line);
        _walk!.Check(line);
        _end.Count(line.Kind);
        if (line.Raw is null)
        {
            if (line.Kind == StreamKind.Campaign && line.Entry.GetProperty("type").GetString() == "campaign.activated")
                _campaign.CheckActivation(line);
            else
                _findings.Add(line.StreamName, line.Version, "has no bytes");
            return;
        }

        switch (_decoder.Decode(line))
        {
            case CampaignActivated:
                _findings.Add(line.StreamName, line.Version, "shows the bytes of the activation, which hold sealed secrets");
                break;
            case StoredCampaignEntry entry:
                _campaign.Check(line.Version, entry);
                break;
            case StoredPoolEntry entry:
                _pool.Check(line.Version, line.Time, entry);
                break;
            case StoredParticipantEntry entry:
                _participant!.Check(line.Version, line.Time, entry);
                break;
            default:
                break;
        }
    }

    private void Begin(StreamId stream, ExportLine line)
    {
        if (_walk?.Stream is { } before && Order(before).CompareTo(Order(stream)) > 0)
            _findings.Add(line.StreamName, line.Version, "is not in the order of an export: the stream comes again, or too late");
        EndStream();
        _walk = new StreamWalk(stream, _findings);
        _participant = stream.Kind == StreamKind.Participant
            ? new ParticipantCheck(new ParticipantRef(line.Ref), _campaign, _pool, _plays, _referrals, _findings)
            : null;
    }

    private void EndStream()
    {
        if (_walk is null)
            return;
        _end.EndStream(_walk.Stream.Kind, _walk.Chain);
        _walk = null;
    }

    private static (int, byte, UInt128) Order(StreamId stream) => (
        stream.Kind switch { StreamKind.Campaign => 0, StreamKind.PrizePool => 1, _ => 2 },
        stream.Bucket.Number,
        stream.Key);

    private Report Finish()
    {
        EndStream();
        List<string> notes = [];
        if (_campaign.Activated is null)
            _findings.Add("campaign", 0, "the campaign was never activated");
        if (_campaign.Draw is null)
            notes.Add("The seed is not there: everything was checked but the draws.");
        if (!_campaign.HasEnded)
            notes.Add("The campaign has not ended: plays may have awards that the pool's part of the export does not reach.");
        if (!_campaign.TellsTime)
            notes.Add("In the test environment requests set their own time: whether plays that lost should have won by the clock was not checked.");
        CheckRestocks();
        _pool.Finish(notes);
        _referrals.Finish(isSettled: _campaign.HasEnded);
        return _end.Report(_findings, notes, draws: _pool.Draws + _plays.Draws);
    }

    private void CheckRestocks()
    {
        // The fairness document may be newer than the export, or older.
        var shown = _fairness.Restocks.Select(restock => (restock.Tier, restock.Units, restock.At.ToUnixTimeMilliseconds()));
        var kept = _pool.Restocks.Select(restock => (restock.Tier, restock.Units, restock.At.ToUnixTimeMilliseconds()));
        if (_campaign.HasEnded && !shown.SequenceEqual(kept))
            _findings.Add("fairness", 0, "its restocks are not those of the pool");
    }
}
