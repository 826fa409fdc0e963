namespace EasyGig.Domain;

/// <summary>In which order venues and artists are found.</summary>
public enum ProfileSort { Name, Distance }
