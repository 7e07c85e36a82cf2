const NAME = /_(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT(_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)$/;
const VALUE = /^((tcp|udp|sctp)(:\/\/\S+)?|[\da-f.:]+)$/i;

/**
 * Whether Kubernetes wrote a variable: for a service named `mm-zoom`, each container gets `MM_ZOOM_PORT=tcp://…` and its
 * like. https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables
 */
export const isOfKubernetes = (name: string, value: string): boolean => NAME.test(name) && VALUE.test(value);
