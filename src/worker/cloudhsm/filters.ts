import { invalidRequest } from './errors.ts';

/**
 * Filters are joined by "and", their values by "or".
 * @param known what each filter looks at; the names are the API Reference's
 * @throws AwsError CloudHsmInvalidRequestException for another name; AWS's text is not public
 */
export function filtersOf<Row>(
  given: Readonly<Record<string, readonly string[]>> | undefined,
  known: Readonly<Record<string, (row: Row) => string>>,
): (row: Row) => boolean {
  const wanted = Object.entries(given ?? {}).map(([name, values]) => {
    const valueOf = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!valueOf) return invalidRequest(`'${name}' is not a filter; filters are ${Object.keys(known).join(', ')}.`);
    return (row: Row) => values.includes(valueOf(row));
  });
  return (row) => wanted.every((matches) => matches(row));
}
