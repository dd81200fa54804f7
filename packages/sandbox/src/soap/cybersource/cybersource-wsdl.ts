/** The part of the Simple Order API 1.224 that the simulator knows, in the names and the order of its schema. */
export const CYBERSOURCE_WSDL = `<?xml version="1.0" encoding="utf-8"?>
<wsdl:definitions targetNamespace="urn:schemas-cybersource-com:transaction-data:TransactionProcessor"
  xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:data="urn:schemas-cybersource-com:transaction-data-1.224"
  xmlns:tns="urn:schemas-cybersource-com:transaction-data:TransactionProcessor">
  <wsdl:types>
    <xs:schema targetNamespace="urn:schemas-cybersource-com:transaction-data-1.224" elementFormDefault="qualified">
      <xs:complexType name="PurchaseTotals">
        <xs:sequence>
          <xs:element name="currency" type="xs:string" minOccurs="0"/>
          <xs:element name="grandTotalAmount" type="xs:string" minOccurs="0"/>
        </xs:sequence>
      </xs:complexType>
      <xs:complexType name="RecurringSubscriptionInfo">
        <xs:sequence><xs:element name="subscriptionID" type="xs:string" minOccurs="0"/></xs:sequence>
      </xs:complexType>
      <xs:complexType name="CCAuthService">
        <xs:sequence><xs:element name="commerceIndicator" type="xs:string" minOccurs="0"/></xs:sequence>
        <xs:attribute name="run" type="xs:string" use="required"/>
      </xs:complexType>
      <xs:complexType name="AuthorizationService">
        <xs:sequence><xs:element name="authRequestID" type="xs:string" minOccurs="0"/></xs:sequence>
        <xs:attribute name="run" type="xs:string" use="required"/>
      </xs:complexType>
      <xs:complexType name="CCCreditService">
        <xs:sequence><xs:element name="captureRequestID" type="xs:string" minOccurs="0"/></xs:sequence>
        <xs:attribute name="run" type="xs:string" use="required"/>
      </xs:complexType>
      <xs:complexType name="VoidService">
        <xs:sequence><xs:element name="voidRequestID" type="xs:string" minOccurs="0"/></xs:sequence>
        <xs:attribute name="run" type="xs:string" use="required"/>
      </xs:complexType>
      <xs:element name="requestMessage">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="merchantID" type="xs:string" minOccurs="0"/>
            <xs:element name="merchantReferenceCode" type="xs:string" minOccurs="0"/>
            <xs:element name="comments" type="xs:string" minOccurs="0"/>
            <xs:element name="purchaseTotals" type="data:PurchaseTotals" minOccurs="0"/>
            <xs:element name="recurringSubscriptionInfo" type="data:RecurringSubscriptionInfo" minOccurs="0"/>
            <xs:element name="ccAuthService" type="data:CCAuthService" minOccurs="0"/>
            <xs:element name="ccCaptureService" type="data:AuthorizationService" minOccurs="0"/>
            <xs:element name="ccCreditService" type="data:CCCreditService" minOccurs="0"/>
            <xs:element name="ccAuthReversalService" type="data:AuthorizationService" minOccurs="0"/>
            <xs:element name="voidService" type="data:VoidService" minOccurs="0"/>
            <xs:element name="merchantTransactionIdentifier" type="xs:string" minOccurs="0"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:complexType name="AuthorizationReply">
        <xs:sequence>
          <xs:element name="reasonCode" type="xs:integer"/>
          <xs:element name="amount" type="xs:string" minOccurs="0"/>
          <xs:element name="authorizationCode" type="xs:string" minOccurs="0"/>
          <xs:element name="authorizedDateTime" type="xs:string" minOccurs="0"/>
          <xs:element name="processorResponse" type="xs:string" minOccurs="0"/>
          <xs:element name="requestDateTime" type="xs:string" minOccurs="0"/>
        </xs:sequence>
      </xs:complexType>
      <xs:complexType name="SettlementReply">
        <xs:sequence>
          <xs:element name="reasonCode" type="xs:integer"/>
          <xs:element name="requestDateTime" type="xs:string" minOccurs="0"/>
          <xs:element name="amount" type="xs:string" minOccurs="0"/>
          <xs:element name="reconciliationID" type="xs:string" minOccurs="0"/>
        </xs:sequence>
      </xs:complexType>
      <xs:element name="replyMessage">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="merchantReferenceCode" type="xs:string" minOccurs="0"/>
            <xs:element name="requestID" type="xs:string"/>
            <xs:element name="decision" type="xs:string"/>
            <xs:element name="reasonCode" type="xs:integer"/>
            <xs:element name="missingField" type="xs:string" minOccurs="0" maxOccurs="1000"/>
            <xs:element name="invalidField" type="xs:string" minOccurs="0" maxOccurs="1000"/>
            <xs:element name="requestToken" type="xs:string"/>
            <xs:element name="purchaseTotals" type="data:PurchaseTotals" minOccurs="0"/>
            <xs:element name="ccAuthReply" type="data:AuthorizationReply" minOccurs="0"/>
            <xs:element name="ccCaptureReply" type="data:SettlementReply" minOccurs="0"/>
            <xs:element name="ccCreditReply" type="data:SettlementReply" minOccurs="0"/>
            <xs:element name="ccAuthReversalReply" type="data:AuthorizationReply" minOccurs="0"/>
            <xs:element name="voidReply" type="data:SettlementReply" minOccurs="0"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:schema>
  </wsdl:types>
  <wsdl:message name="messageIn"><wsdl:part name="input" element="data:requestMessage"/></wsdl:message>
  <wsdl:message name="messageOut"><wsdl:part name="result" element="data:replyMessage"/></wsdl:message>
  <wsdl:portType name="ITransactionProcessor">
    <wsdl:operation name="runTransaction">
      <wsdl:input message="tns:messageIn"/>
      <wsdl:output message="tns:messageOut"/>
    </wsdl:operation>
  </wsdl:portType>
  <wsdl:binding name="ITransactionProcessor" type="tns:ITransactionProcessor">
    <soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
    <wsdl:operation name="runTransaction">
      <soap:operation soapAction="runTransaction" style="document"/>
      <wsdl:input><soap:body use="literal"/></wsdl:input>
      <wsdl:output><soap:body use="literal"/></wsdl:output>
    </wsdl:operation>
  </wsdl:binding>
  <wsdl:service name="TransactionProcessor">
    <wsdl:port name="portXML" binding="tns:ITransactionProcessor">
      <soap:address location="http://127.0.0.1:8081/commerce/1.x/transactionProcessor"/>
    </wsdl:port>
  </wsdl:service>
</wsdl:definitions>
`;
