/** A small bank: one operation with decimals, long integers, an attribute and a type that refers to itself. */
export const bankSchema = `<?xml version="1.0" encoding="utf-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:bank" targetNamespace="urn:bank" elementFormDefault="qualified">
  <xs:element name="pay" type="b:Payment"/>
  <xs:complexType name="Payment">
    <xs:sequence>
      <xs:element name="amount" type="xs:decimal"/>
      <xs:element name="currency" type="xs:string"/>
      <xs:element name="sequenceNumber" type="xs:long" minOccurs="0"/>
      <xs:element name="note" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element name="parent" type="b:Payment" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="run" type="xs:boolean" use="required"/>
    <xs:attribute name="channel" type="xs:string"/>
  </xs:complexType>
  <xs:element name="payResponse">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="id" type="xs:string"/>
        <xs:element name="amount" type="xs:decimal" minOccurs="0"/>
        <xs:element name="sequenceNumber" type="xs:long" minOccurs="0" nillable="true"/>
        <xs:element name="note" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence>
    </xs:complexType>
  </xs:element>
  <xs:element name="routing" type="xs:string"/>
</xs:schema>`;

/** The WSDL of the bank, with its schema at `location`. */
export function bankWsdl(location: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:bank" xmlns:tns="urn:bank:wsdl" targetNamespace="urn:bank:wsdl">
  <wsdl:types><xs:schema><xs:import namespace="urn:bank" schemaLocation="${location}"/></xs:schema></wsdl:types>
  <wsdl:message name="payIn"><wsdl:part name="in" element="b:pay"/></wsdl:message>
  <wsdl:message name="payOut"><wsdl:part name="out" element="b:payResponse"/></wsdl:message>
  <wsdl:portType name="Bank"><wsdl:operation name="pay">
    <wsdl:input message="tns:payIn"/><wsdl:output message="tns:payOut"/></wsdl:operation></wsdl:portType>
  <wsdl:binding name="Bank" type="tns:Bank">
    <soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
    <wsdl:operation name="pay"><soap:operation soapAction="urn:bank#pay" style="document"/>
      <wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output></wsdl:operation>
  </wsdl:binding>
  <wsdl:service name="Bank"><wsdl:port name="Bank" binding="tns:Bank"><soap:address location="http://127.0.0.1/"/></wsdl:port></wsdl:service>
</wsdl:definitions>`;
}
