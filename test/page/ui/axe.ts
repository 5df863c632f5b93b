import axe from 'axe-core';

/** @returns what axe-core finds in this element: rule, and where */
export async function axeFindings(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, { resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
