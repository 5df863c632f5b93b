/** @returns whether two PEM texts hold the same certificate, whatever their line ends */
export const sameCertificate = (a: string, b: string): boolean => bare(a) === bare(b);

const bare = (pem: string): string => pem.replace(/-----[^-]+-----|\s/g, '');
