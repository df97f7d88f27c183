import { useMemo, type ReactElement } from 'react'

import { qrCode, qrPath } from './qr-code.ts'

export interface Enrolment {
  /** otpauth URI. */
  uri: string
  secret: string
}

/** How to bring the secret into an authenticator app: as picture, as link on the same device, as text to type. */
export function EnrolmentHelp({ enrolment }: { enrolment: Enrolment }): ReactElement {
  const matrix = useMemo(() => qrCode(enrolment.uri), [enrolment.uri])
  const edge = matrix.length + 8
  return (
    <div className="lt-stack">
      <ol className="lt-steps">
        <li>Öffnen Sie auf Ihrem Telefon eine App für Einmalkennwörter (TOTP).</li>
        <li>Lesen Sie damit diesen Code ein.</li>
        <li>Geben Sie die sechs Ziffern ein, die die App zeigt.</li>
      </ol>
      <svg
        className="lt-qr"
        viewBox={`-4 -4 ${edge} ${edge}`}
        role="img"
        aria-label="QR-Code mit dem Geheimnis. Es steht darunter auch als Text."
      >
        <rect x="-4" y="-4" width={edge} height={edge} fill="#fff" />
        <path d={qrPath(matrix)} fill="#000" />
      </svg>
      <p className="kern-body">
        Oder tippen Sie dieses Geheimnis in die App:{' '}
        <code className="lt-secret">{enrolment.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <p className="kern-body">
        <a className="kern-link kern-link--no-visited-state lt-link" href={enrolment.uri}>
          In der App auf diesem Gerät öffnen
        </a>
      </p>
    </div>
  )
}
