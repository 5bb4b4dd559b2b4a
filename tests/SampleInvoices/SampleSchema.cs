namespace SampleInvoices;

/// <summary>The schema a sample invoice is written in.</summary>
public enum SampleSchema
{
    Fa3,
    Fa2,
    FaRr1,
    Pef3,
    PefKor3,
}
