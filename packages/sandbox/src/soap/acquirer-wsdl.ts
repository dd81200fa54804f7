import { COMMAND_KINDS } from '../acquirer/command.ts';

function each(part: (operation: string) => string): string {
  return [...COMMAND_KINDS, 'inquire'].map(part).join('\n');
}

function messages(operation: string): string {
  return `  <wsdl:message name="${operation}Request"><wsdl:part name="body" element="a:${operation}"/></wsdl:message>
  <wsdl:message name="${operation}Answer"><wsdl:part name="body" element="a:${operation}Response"/></wsdl:message>`;
}

function signature(operation: string): string {
  return `    <wsdl:operation name="${operation}">
      <wsdl:input message="a:${operation}Request"/>
      <wsdl:output message="a:${operation}Answer"/>
    </wsdl:operation>`;
}

function binding(operation: string): string {
  return `    <wsdl:operation name="${operation}">
      <soap:operation soapAction="urn:polyrail:sandbox:acquirer:1#${operation}"/>
      <wsdl:input><soap:body use="literal"/></wsdl:input>
      <wsdl:output><soap:body use="literal"/></wsdl:output>
    </wsdl:operation>`;
}

/** The WSDL of the acquirer, as `GET /soap?wsdl` serves it. */
export const ACQUIRER_WSDL: string = `<?xml version="1.0" encoding="utf-8"?>
<wsdl:definitions name="Acquirer" targetNamespace="urn:polyrail:sandbox:acquirer:1"
  xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:a="urn:polyrail:sandbox:acquirer:1">
  <wsdl:types>
    <xs:schema targetNamespace="urn:polyrail:sandbox:acquirer:1" elementFormDefault="qualified">
      <xs:complexType name="Account">
        <xs:choice>
          <xs:element name="token" type="xs:string"/>
          <xs:element name="account" type="xs:string"/>
          <xs:element name="iban" type="xs:string"/>
        </xs:choice>
      </xs:complexType>
      <xs:complexType name="Resource">
        <xs:sequence>
          <xs:element name="id" type="xs:string"/>
          <xs:element name="state" type="xs:string"/>
          <xs:element name="currency" type="xs:string"/>
          <xs:element name="reference" type="xs:string" minOccurs="0"/>
          <xs:element name="clientReference" type="xs:string" minOccurs="0"/>
        </xs:sequence>
      </xs:complexType>
      <xs:complexType name="Answer">
        <xs:sequence>
          <xs:element name="status" type="xs:string"/>
          <xs:element name="responseCode" type="xs:string" minOccurs="0"/>
          <xs:element name="amount" type="xs:long" minOccurs="0"/>
          <xs:element name="resource" type="a:Resource" minOccurs="0"/>
        </xs:sequence>
      </xs:complexType>
      <xs:element name="charge">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="idempotencyKey" type="xs:string" minOccurs="0"/>
            <xs:element name="amount" type="xs:long"/>
            <xs:element name="currency" type="xs:string"/>
            <xs:element name="source" type="a:Account"/>
            <xs:element name="capture" type="xs:boolean"/>
            <xs:element name="reference" type="xs:string" minOccurs="0"/>
            <xs:element name="clientReference" type="xs:string" minOccurs="0"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="chargeResponse" type="a:Answer"/>
      <xs:element name="transfer">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="idempotencyKey" type="xs:string" minOccurs="0"/>
            <xs:element name="amount" type="xs:long"/>
            <xs:element name="currency" type="xs:string"/>
            <xs:element name="source" type="a:Account"/>
            <xs:element name="destination" type="a:Account"/>
            <xs:element name="reference" type="xs:string" minOccurs="0"/>
            <xs:element name="clientReference" type="xs:string" minOccurs="0"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="transferResponse" type="a:Answer"/>
      <xs:element name="capture">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="idempotencyKey" type="xs:string" minOccurs="0"/>
            <xs:element name="paymentId" type="xs:string"/>
            <xs:element name="amount" type="xs:long" minOccurs="0"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="captureResponse" type="a:Answer"/>
      <xs:element name="void">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="idempotencyKey" type="xs:string" minOccurs="0"/>
            <xs:element name="paymentId" type="xs:string"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="voidResponse" type="a:Answer"/>
      <xs:element name="refund">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="idempotencyKey" type="xs:string" minOccurs="0"/>
            <xs:element name="paymentId" type="xs:string"/>
            <xs:element name="amount" type="xs:long" minOccurs="0"/>
            <xs:element name="reference" type="xs:string" minOccurs="0"/>
            <xs:element name="clientReference" type="xs:string" minOccurs="0"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="refundResponse" type="a:Answer"/>
      <xs:element name="inquire">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="idempotencyKey" type="xs:string"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="inquireResponse" type="a:Answer"/>
    </xs:schema>
  </wsdl:types>
${each(messages)}
  <wsdl:portType name="AcquirerPortType">
${each(signature)}
  </wsdl:portType>
  <wsdl:binding name="AcquirerBinding" type="a:AcquirerPortType">
    <soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
${each(binding)}
  </wsdl:binding>
  <wsdl:service name="AcquirerService">
    <wsdl:port name="AcquirerPort" binding="a:AcquirerBinding">
      <soap:address location="http://127.0.0.1:8081/soap"/>
    </wsdl:port>
  </wsdl:service>
</wsdl:definitions>
`;
