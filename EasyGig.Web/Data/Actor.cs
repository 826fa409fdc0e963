namespace EasyGig.Web.Data;

/// <summary>Who is acting in this scope, for the audit trail; nobody in background work.</summary>
public sealed class Actor
{
    public Guid? PersonId { get; set; }
}
