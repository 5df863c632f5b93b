/**
 * Real certificates of the scenarios, made once with openssl; nobody has kept the private keys. The customer's CA signed
 * the cluster's certificate, as InitializeCluster demands. Valid from November 2026 for ten years.
 */
export const pem = (base64: string): string =>
  `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, '$&\n').trim()}\n-----END CERTIFICATE-----\n`;

/** `customerCA.crt`: the self-signed CA of the customer, the cluster's trust anchor. */
export const customerCa = pem(
  'MIIDtTCCAp2gAwIBAgIUW34DqAa6Z3eJJyV9Keufa6UiJz0wDQYJKoZIhvcNAQELBQAwajELMAkGA1UEBhMCVVMxCzAJBgNVBAgMAldBMRAwDg' +
  'YDVQQHDAdTZWF0dGxlMRUwEwYDVQQKDAxFeGFtcGxlIENvcnAxJTAjBgNVBAMMHEdsYXNzSFNNIGV4YW1wbGUgY3VzdG9tZXIgQ0EwHhcNMjYx' +
  'MTIzMTczMTA3WhcNMzYxMTIyMTczMTA3WjBqMQswCQYDVQQGEwJVUzELMAkGA1UECAwCV0ExEDAOBgNVBAcMB1NlYXR0bGUxFTATBgNVBAoMDE' +
  'V4YW1wbGUgQ29ycDElMCMGA1UEAwwcR2xhc3NIU00gZXhhbXBsZSBjdXN0b21lciBDQTCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEB' +
  'AMx15i41WYeOB3E259BSzCUskNjK7t9OSl/wO4ATaVkSk+Bc4O3XMmCbjlgRlGTvnuyDkjzjU7qPgHVqEQXYdSN2si+ZRje7auNv5Y8W/ec0jH' +
  'AacVkiEyV9x31GiuQOFaPi+ZZ5KIp7deWlzrZVM0C/hRJ6iPUop9hd5vYcbbPIwptHg+tyWaYvhQoqvSlfr0fCRrec8gR9os5Jvsiu7GVwm+ri' +
  'd4i0m8dwO3fZv9TCMaWQojahu8doFHRuwW6i0Voz0Aw0JjPVIKqfhxmjO1p7IrBR6UNiUlbgUsfrdEqDUa4sASgpDvORy5CLfMhak6OwB/qg7v' +
  'PmhyQSjHiK8GcCAwEAAaNTMFEwHQYDVR0OBBYEFOXK5QDbBsR/ugQxNIyXRV4XMiNYMB8GA1UdIwQYMBaAFOXK5QDbBsR/ugQxNIyXRV4XMiNY' +
  'MA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQELBQADggEBAJY5YS7y2NyHg64p0A1xc/QMGO9nQsNZoFfpaFUxTrwzuB+t7qXrm5hrNNqkEk' +
  '1v/3wBw0R7sNou/WPijrVQsBS0uYBUROiC5WC0GRfslWJLa2AJl0XKXCXe3CDheHo9RNbJFCIM8aWcZDp21EEiR2KDJ/qD1NMzdKLA7h/azs54' +
  'a/r5e2B45/ZdYMS2rDapj4utJa3wul80wWFfEtlo7w0wcnvlaLsjOnK8CrIrpRseQ+hWs4cOuZtRiMsvQdE6z4Wamrs3bnr64tuYvRBLTvAdNO' +
  'Qshr1rWkTOO5DJ0wNIAm3b4i95FkcpmJdEZIhQS6+GumJxGMggMwdnRcgzaHw=',
);

/** The cluster certificate: CN=HSM:…:PARTN:…, signed by {@link customerCa}. */
export const clusterCertificate = pem(
  'MIIDcjCCAloCFBwPUaZY4h8xeoa2TvNfQm+Uoph2MA0GCSqGSIb3DQEBCwUAMGoxCzAJBgNVBAYTAlVTMQswCQYDVQQIDAJXQTEQMA4GA1UEBw' +
  'wHU2VhdHRsZTEVMBMGA1UECgwMRXhhbXBsZSBDb3JwMSUwIwYDVQQDDBxHbGFzc0hTTSBleGFtcGxlIGN1c3RvbWVyIENBMB4XDTI2MTEyMzE3' +
  'MzEwOFoXDTM2MTEyMjE3MzEwOFowgYAxCzAJBgNVBAYTAlVTMQswCQYDVQQIDAJDQTEPMA0GA1UECgwGQ2F2aXVtMQ8wDQYDVQQLDAZOM0ZJUF' +
  'MxEDAOBgNVBAcMB1Nhbkpvc2UxMDAuBgNVBAMMJ0hTTTpBMUIyQzNENEU1RjY6UEFSVE46MSwgZm9yIEZJUFMgbW9kZTCCASIwDQYJKoZIhvcN' +
  'AQEBBQADggEPADCCAQoCggEBAL36Ma6lrMuPwdiHI84MdbKCyI5zkHdPQSsLds+/ZCFBe8HB+iWNq+lHQdPuGxr6BZ2beO0JHG5anYFExdFDSs' +
  '9Whu+0qrayQUgvcBc4rhsRjmIn1XWnwwe88CceYfm6cwCcBcLeFq9ZISoIS4hQyPFvUb2J/zfN/IH5NRcyAkab5mk/PxxwEWZ+QACkQsUyx3Sn' +
  'Mj8EggZB7MeFbF9OAIAjzm0M/YI+nXCKa1Oyajh6QXlERB5SBzJF/QKd+5je0t+lk+Uygb4yF6nke4LEebgjCOwOGVzgMlBBxn4caaKdvS8pf7' +
  'c9vAmfuY7CKk9MmXg7pCd1ZhDl7WDPFtxIQuUCAwEAATANBgkqhkiG9w0BAQsFAAOCAQEAEg4unqscho3cv/LAet7PgMxgiqcqyoL1i6HlV02J' +
  'bgCLy0qpBkz5i1KNYRm6zZJRjUok7MjBd38wsUleonRjwApOMOmm1h732jHllU0Ct3olsqW/wuHuOkX7v3xdrVit0EjsUco/A6aLxfyXpVkQm4' +
  'UjD/esNtIqQDN0F28VK9aumxLuC5v6jxSOB7MZsQxqcoOaen2pe3LXotCcOW666F9VFA/jErk7XcOnWasvFeKVBw08j5J/GZYVa1M+N/UqWbhX' +
  '01INTe+Bg8UFk+RvI+Pcc5W/mKNu52Aqm/4aHZkqtNfQriQNo2OxmyD908fADMsS7aKV2Zrs3A8wD6koGQ==',
);
