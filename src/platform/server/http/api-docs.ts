import type { FastifyInstance } from 'fastify'

interface Operation {
  readonly summary?: string
  readonly description?: string
}

/** `/api/openapi.json` and a readable table of it at `/api/docs`: no script, no third party. */
export function apiDocsRoutes(app: FastifyInstance): void {
  const hidden = { schema: { hide: true } as object, config: { right: 'public' } }
  app.get('/api/openapi.json', hidden, async (_request, reply) =>
    reply.type('application/json').send(app.swagger()),
  )
  app.get('/api/docs', hidden, async (request, reply) => {
    const document = app.swagger() as unknown as { paths: Record<string, Record<string, Operation>> }
    return reply.type('text/html; charset=utf-8').send(page(document.paths, request.nonce))
  })
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function page(paths: Record<string, Record<string, Operation>>, nonce: string): string {
  const rows = Object.entries(paths)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([path, operations]) =>
      Object.entries(operations).map(
        ([method, { summary = '', description = '' }]) =>
          `<tr><td><code>${method.toUpperCase()}</code></td><th scope="row"><code>${escape(path)}</code></th>` +
          `<td>${escape(summary)}</td><td>${escape(description)}</td></tr>`,
      ),
    )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Lotse API</title><style nonce="${nonce}">body{font:1rem/1.5 system-ui;margin:2rem auto;max-width:75rem;padding:0 1rem}
table{border-collapse:collapse}th,td{text-align:left;padding:.25rem .75rem;border-bottom:1px solid #767676;vertical-align:top}
:root{color-scheme:light dark}</style>
<main><h1>Lotse API</h1><p>The complete description is <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<table><thead><tr><th scope="col">Method</th><th scope="col">Path</th><th scope="col">What</th><th scope="col">Access</th></tr></thead>
<tbody>${rows.join('')}</tbody></table></main></html>`
}
