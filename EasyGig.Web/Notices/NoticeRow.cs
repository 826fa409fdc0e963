using EasyGig.Domain.Facts;
using EasyGig.Web.Data;

namespace EasyGig.Web.Notices;

/// <summary>A notice in a list.</summary>
/// <param name="Link">A path of this site.</param>
public sealed record NoticeRow(Guid Id, FactKind Fact, string Text, string Link, DateTimeOffset CreatedAt, bool Unread);

internal static class NoticeRows
{
    extension(EasyGigDb db)
    {
        public IQueryable<Notice> NoticesOf(Guid person) => db.Notices.Where(notice => notice.PersonId == person);
    }

    public static IQueryable<NoticeRow> ToRows(this IQueryable<Notice> notices) => notices
        .OrderByDescending(notice => notice.CreatedAt).ThenByDescending(notice => notice.Id)
        .Select(notice => new NoticeRow(notice.Id, notice.Fact, notice.Text, notice.Link, notice.CreatedAt, notice.ReadAt == null));
}
