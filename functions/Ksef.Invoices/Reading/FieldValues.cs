using System.Collections;

namespace Ksef.Invoices.Reading;

/// <summary>The values of one kind of field, in the order of the file. A <c>foreach</c> over them asks for no memory.</summary>
internal readonly struct FieldValues : IReadOnlyCollection<FieldValue>
{
    private readonly List<LinkedValue>? _values;
    private readonly int _first;

    /// <param name="values">The values of all kinds.</param>
    /// <param name="first">The index of the first of this kind.</param>
    /// <param name="count">How many are of this kind.</param>
    public FieldValues(List<LinkedValue> values, int first, int count) => (_values, _first, Count) = (values, first, count);

    public int Count { get; }

    public Enumerator GetEnumerator() => new(_values, _first, Count);

    IEnumerator<FieldValue> IEnumerable<FieldValue>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes from value to value of the kind.</summary>
    public struct Enumerator(List<LinkedValue>? values, int first, int count) : IEnumerator<FieldValue>
    {
        private int _next = first;
        private int _left = count;

        public FieldValue Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (_left == 0)
            {
                return false;
            }

            _left--;
            (Current, _next) = values![_next];
            return true;
        }

        public readonly void Reset() => throw new NotSupportedException();

        public readonly void Dispose()
        {
        }
    }
}

/// <summary>A value among those of all kinds.</summary>
/// <param name="Value">The value.</param>
/// <param name="Next">The index of the next of its kind; 0 for the last.</param>
internal readonly record struct LinkedValue(FieldValue Value, int Next);
