namespace EasyGig.Web.Pages;

/// <summary>A form that states a deal.</summary>
public interface IDealForm
{
    DealInput Deal { get; }
}
