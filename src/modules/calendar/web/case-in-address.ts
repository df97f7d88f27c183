/** The id in the address of a case page, `/faelle/<id>…`: forms that open over a page start with its case. */
export const caseInAddress = (path: string): string | undefined =>
  /^\/faelle\/([0-9a-f]{8}-[0-9a-f-]{27})(\/|$)/.exec(path)?.[1]
