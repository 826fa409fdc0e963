using EasyGig.Domain;
using EasyGig.Domain.Files;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Files;

/// <summary>Keeps the photos and tracks of venues and artists. How many there may be is the database's to say; those who change the
/// files of one owner take turns, so that no place in the order is given twice.</summary>
public sealed class FileDesk(EasyGigDb db, TimeProvider clock)
{
    /// <summary>Puts files behind those that are there: all of them, or none.</summary>
    /// <param name="files">Of one kind.</param>
    public Task<Refusal?> AddAsync(FileOwner owner, IReadOnlyList<(CleanFile File, string Title)> files, CancellationToken ct) =>
        db.InTurnAsync([Turn.Files(owner)], async () =>
        {
            var next = await db.FilesOf(owner, files[0].File.Kind).CountAsync(ct);
            foreach (var (file, title) in files) db.Add(new StoredFile(owner, file, title, next++, clock.GetUtcNow()));
            return await db.TrySaveAsync(ct);
        }, ct);

    /// <summary>Calls a file something else. False when it is not there.</summary>
    public async Task<bool> RenameAsync(FileOwner owner, Guid id, string title, CancellationToken ct)
    {
        if (await db.FilesOf(owner).SingleOrDefaultAsync(f => f.Id == id, ct) is not { } file) return false;
        file.Rename(title);
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Lets a file change places with the one before it, or after it; the first and the last stay where they are.</summary>
    public Task<Refusal?> MoveAsync(FileOwner owner, Guid id, bool up, CancellationToken ct) => ArrangeAsync(owner, id, (files, at) =>
    {
        var other = at + (up ? -1 : 1);
        if (other >= 0 && other < files.Count) (files[at], files[other]) = (files[other], files[at]);
    }, ct);

    /// <summary>Takes a file away for good; those behind it move up.</summary>
    public Task<Refusal?> RemoveAsync(FileOwner owner, Guid id, CancellationToken ct) => ArrangeAsync(owner, id, (files, at) =>
    {
        db.Remove(files[at]);
        files.RemoveAt(at);
    }, ct);

    private Task<Refusal?> ArrangeAsync(FileOwner owner, Guid id, Action<List<StoredFile>, int> arrange, CancellationToken ct) =>
        db.InTurnAsync([Turn.Files(owner)], async () =>
        {
            var kind = db.FilesOf(owner).Where(f => f.Id == id).Select(f => f.Kind);
            var files = await db.FilesOf(owner).Where(f => kind.Contains(f.Kind)).OrderBy(f => f.Position).ToListAsync(ct);
            if (files.FindIndex(f => f.Id == id) is not (>= 0 and var at)) return null; // somebody else took it away: as was asked
            arrange(files, at);
            foreach (var (position, file) in files.Index()) file.Place(position);
            return await db.TrySaveAsync(ct);
        }, ct);
}
