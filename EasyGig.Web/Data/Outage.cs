using Npgsql;

namespace EasyGig.Web.Data;

internal static class Outage
{
    /// <summary>Whether work failed because the database was away or too busy, so that it may go well a moment later.</summary>
    public static bool Caused(Exception e) => e is NpgsqlException { IsTransient: true } || e.InnerException is { } inner && Caused(inner);
}
