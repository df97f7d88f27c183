let last = ''

/** What was searched for last, while the page is open: names stand in no address and in no history of the browser. */
export const rememberSearch = (text: string): void => void (last = text)
export const rememberedSearch = (): string => last
