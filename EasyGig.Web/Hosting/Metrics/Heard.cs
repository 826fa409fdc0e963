using System.Collections.Frozen;

namespace EasyGig.Web.Hosting.Metrics;

/// <summary>The instruments that are told of, each with the tags that become labels: only tags of which there are few values, so that
/// the number of series is bounded. Over all other tags an instrument is added up.</summary>
internal static class Heard
{
    /// <summary>What the runtime declares as counters although it goes down again.</summary>
    public static readonly FrozenSet<string> Levels = ["dotnet.thread_pool.thread.count", "dotnet.thread_pool.queue.length"];

    public static readonly FrozenDictionary<string, string[]> Labels = new Dictionary<string, string[]>
    {
        // Microsoft.AspNetCore.Hosting, .Server.Kestrel
        ["http.server.request.duration"] = ["http.request.method", "http.route", "http.response.status_code"],
        ["http.server.active_requests"] = [],
        ["kestrel.active_connections"] = [],

        // System.Runtime
        ["dotnet.gc.collections"] = ["gc.heap.generation"],
        ["dotnet.gc.pause.time"] = [],
        ["dotnet.gc.heap.total_allocated"] = [],
        ["dotnet.gc.last_collection.heap.size"] = ["gc.heap.generation"],
        ["dotnet.process.cpu.time"] = ["cpu.mode"],
        ["dotnet.process.memory.working_set"] = [],
        ["dotnet.thread_pool.thread.count"] = [],
        ["dotnet.thread_pool.queue.length"] = [],
        ["dotnet.exceptions"] = [],

        // Npgsql
        ["db.client.connection.count"] = ["db.client.connection.state"],
        ["db.client.connection.max"] = [],
        ["db.client.connection.npgsql.pending_requests"] = [],
        ["db.client.connection.npgsql.timeouts"] = [],
        ["db.client.operation.duration"] = [],

        // EasyGig
        ["easygig.facts"] = ["fact"],
        ["easygig.refusals"] = ["rule"],
        ["easygig.mails"] = ["outcome"],
        ["easygig.mails.waiting"] = [],
        ["easygig.mails.overdue"] = [],
        ["easygig.deadlines.failing"] = [],
        ["easygig.live.pages"] = [],
        ["easygig.deadlines.overdue"] = [],
    }.ToFrozenDictionary();
}
