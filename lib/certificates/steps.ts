export { certificatesOfPerson, findCertificateById, insertCertificate } from './store';
