/** What the demo is called, by which a laptop finds it again: the whole story has a name of its own. */
export const demoName = (whole: boolean) => (whole ? 'CRM go-live, to its exit' : 'CRM go-live')

export const isDemo = (
  { demo, name }: { readonly demo: boolean; readonly name: string },
  whole: boolean,
): boolean => demo && (name === demoName(true)) === whole
