using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Paging;

/// <summary>Pages of a list by the key of their first or last row, so that the hundredth page costs what the first does and no row is seen twice when others come or go.</summary>
public static class Keyset
{
    private static readonly MethodInfo Greater = Comparison(nameof(NpgsqlDbFunctionsExtensions.GreaterThan));
    private static readonly MethodInfo Less = Comparison(nameof(NpgsqlDbFunctionsExtensions.LessThan));

    /// <param name="key">What the list is sorted by, as <c>row => ValueTuple.Create(row.First, row.Second)</c>; unique.</param>
    /// <param name="cursor">As the address carries it; nonsense asks for the first page.</param>
    public static async Task<ListPage<T>> PageAsync<T, TKey>(
        this IQueryable<T> rows, Expression<Func<T, TKey>> key, string? cursor, CancellationToken ct, bool descending = false) where TKey : struct, ITuple
    {
        var from = Cursor.Read<TKey>(cursor);
        var down = descending ^ from is { Back: true };
        if (from is { } start) rows = rows.Where(Beyond(key, start.Key, down));
        return ListPage.Of(await Sorted(rows, key, down).Take(ListPage.Fetch).ToListAsync(ct), from, key.Compile());
    }

    private static Expression<Func<T, bool>> Beyond<T, TKey>(Expression<Func<T, TKey>> key, TKey start, bool down)
    {
        // read through a field, so that EF Core makes parameters of it and the statement stays the same for every page
        var value = Expression.Field(Expression.Constant(new StrongBox<TKey>(start)), nameof(StrongBox<>.Value));
        var parts = ((MethodCallExpression)key.Body).Method.GetParameters().Select((_, i) => Expression.Field(value, $"Item{i + 1}"));
        var bound = Expression.Call(((MethodCallExpression)key.Body).Method, parts);
        var compare = Expression.Call(down ? Less : Greater, Expression.Constant(EF.Functions), Expression.Convert(key.Body, typeof(ITuple)), Expression.Convert(bound, typeof(ITuple)));
        return Expression.Lambda<Func<T, bool>>(compare, key.Parameters);
    }

    private static IQueryable<T> Sorted<T, TKey>(IQueryable<T> rows, Expression<Func<T, TKey>> key, bool down)
    {
        foreach (var (i, part) in ((MethodCallExpression)key.Body).Arguments.Index())
        {
            var name = (i == 0 ? nameof(Queryable.OrderBy) : nameof(Queryable.ThenBy)) + (down ? "Descending" : "");
            rows = rows.Provider.CreateQuery<T>(Expression.Call(typeof(Queryable), name, [typeof(T), part.Type], rows.Expression, Expression.Quote(Expression.Lambda(part, key.Parameters))));
        }
        return rows;
    }

    private static MethodInfo Comparison(string name) => typeof(NpgsqlDbFunctionsExtensions).GetMethod(name, [typeof(DbFunctions), typeof(ITuple), typeof(ITuple)])!;
}
