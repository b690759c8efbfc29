using EmrSec.Dossiers.Files;
using EmrSec.Dossiers.Store.Archives;
using EmrSec.Dossiers.Store.Checking;
using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Store;

/// <summary>What a backup holds.</summary>
/// <param name="Head">The end of the audit trail in it.</param>
/// <param name="Cases">How many cases.</param>
/// <param name="Files">How many files.</param>
/// <param name="FileBytes">Their bytes.</param>
public sealed record StoreBackup(TrailHead Head, long Cases, long Files, long FileBytes);

/// <summary>Backups: one form for both engines, so that a store of one is restored into the other.</summary>
public static class StoreArchives
{
    /// <summary>
    /// Backs a store up while others use it, all of one moment. The store is checked before and the backup after; a store that is not sound
    /// is not backed up: the last good backup must not be replaced by a bad one.
    /// </summary>
    /// <param name="place">The store, as for <see cref="DossierStores.Open"/>.</param>
    /// <param name="path">The backup's file; none may be there.</param>
    /// <param name="clock">Tells the time.</param>
    /// <exception cref="StoreException">The store is not sound, or the file cannot be written; nothing is left behind.</exception>
    public static StoreBackup Backup(string place, string path, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(clock);
        using var session = DossierStores.SessionOf(place);
        NeedSound(StoreCheck.Run(session, expected: null), place);
        try
        {
            if (Path.Exists(path))
            {
                throw StoreErrors.AlreadyThere(path);
            }

            ArchiveManifest manifest = null!;
            using var draft = DraftFile.Write(path, stream => manifest = new ArchiveWriter(session, clock).Write(stream), Blobs.OwnersOnly.FileMode);
            using (var reader = new ArchiveReader(draft.Path))
            {
                reader.Verify();
            }

            draft.TakeFreePlace(path);
            return ResultOf(manifest);
        }
        catch (FileInTheWayException)
        {
            throw StoreErrors.AlreadyThere(path);
        }
        catch (UnauthorizedAccessException e)
        {
            throw StoreErrors.ReadOnly(path, e);
        }
        catch (IOException e)
        {
            throw StoreErrors.Failed(path, e);
        }
    }

    /// <summary>Restores a backup into a place where no store is: whole or not at all. Backup and store are checked.</summary>
    /// <param name="path">The backup's file.</param>
    /// <param name="place">The store to be, as for <see cref="DossierStores.Open"/>.</param>
    /// <exception cref="StoreException">The backup is not as it was made, or the place is taken; nothing is left behind.</exception>
    public static StoreBackup Restore(string path, string place)
    {
        ArgumentNullException.ThrowIfNull(path);
        using var reader = new ArchiveReader(path);
        reader.Verify();
        DossierStores.DialectOf(place).Create(session =>
        {
            session.Write(
                () =>
                {
                    Fill(session, reader);
                    return true;
                },
                () => false);
            NeedSound(StoreCheck.Run(session, TrailHead.Parse(reader.Manifest.Head)), path);
        });
        return ResultOf(reader.Manifest);
    }

    private static void Fill(Session session, ArchiveReader reader)
    {
        StoreSchema.Create(session, reader.Manifest.Store);
        var blobs = session.Dialect.Blobs(session);
        foreach (var sha256 in reader.Files)
        {
            reader.CopyFile(sha256, blobs);
        }

        foreach (var table in StoreTables.All)
        {
            reader.Rows(table, row => session.Execute(table.Insert, table.Kept(row)));
        }
    }

    private static StoreBackup ResultOf(ArchiveManifest manifest) => new(
        TrailHead.Parse(manifest.Head)!, manifest.Tables.First(table => string.Equals(table.Name, StoreTables.Cases.Name, StringComparison.Ordinal)).Rows, manifest.Files, manifest.FileBytes);

    private static void NeedSound(StoreCheckResult result, string place)
    {
        if (result.Findings.FirstOrDefault(finding => finding.IsError) is { } first)
        {
            throw StoreErrors.NotSound(place, first);
        }
    }
}
