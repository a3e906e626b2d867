/**
 * What a field may hold. Fields are scalars on purpose: two laptops merge field by field, so anything with
 * parts (tags, holidays, targets) is spread over one field per part and the parts merge on their own.
 */
export type Value = string | number | boolean | null

/** Field name → value. Names with a prefix (`tag:`, `column:`, `holiday:`) are elements of a set. */
export type Fields = Record<string, Value>

/** Milliseconds since 1970-01-01T00:00Z, as the laptop's wall clock or a source file told it. */
export type Instant = number
